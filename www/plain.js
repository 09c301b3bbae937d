// The plain-JavaScript build as a script, for pages and for the extension, which can load scripts where they can load no module.
import { instantiate } from '#plain'
import { handOver } from './plain-script.js'

handOver(instantiate)
