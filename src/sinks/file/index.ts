export { type FileSink, type FileSinkOptions, fileSink } from './file-sink.js'
