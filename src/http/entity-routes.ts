import { documentAnswer, documentOf } from './answer.js'
import type { ResolvedOptions } from './options.js'
import { pageOf, pageParameters } from './page.js'
import { HttpProblem } from './problem.js'
import { queryOf } from './query.js'
import type { RecordOrder } from './record-order.js'
import { isOf, ownerParameters } from './record-owner.js'
import { known } from './report-routes.js'
import type { Route } from './route.js'

/** `/v1/entities/:name`: the records as they were last read. */
export function entityRoutes(options: ResolvedOptions, orderOf: RecordOrder): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/entities/:name',
      answer: ({ request, url, name }) => {
        const query = queryOf(url, [...ownerParameters, ...pageParameters])
        const { data, origin, context } = known(options)
        const all = orderOf(data, name)
        if (all === undefined)
          throw new HttpProblem('unknown_entity', 'there is no such entity, or it is not read')
        const page = pageOf(all, query, isOf(name, query))
        return documentAnswer(request, documentOf({ entity: name, at: context.now, origin, ...page }))
      },
    },
  ]
}
