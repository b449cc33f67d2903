/** Version of the definitions of all figures: it changes when the meaning of any of them does. */
export const metricsVersion = '1'
