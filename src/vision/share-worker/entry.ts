import { expose, wrap } from 'comlink';
import type { VisionEndpoint } from '../protocol.js';
import { endpointOf } from './endpoint.js';

expose(endpointOf((channel) => wrap<VisionEndpoint>(channel)));
