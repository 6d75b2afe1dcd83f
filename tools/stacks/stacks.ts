import { BUNDLER_STACKS } from './descriptors/bundlers.js';
import { FRAMEWORK_STACKS } from './descriptors/frameworks.js';
import { VITE_STACKS } from './descriptors/vite.js';
import type { Stack } from './stack.js';

export const STACKS: readonly Stack[] = [...VITE_STACKS, ...BUNDLER_STACKS, ...FRAMEWORK_STACKS];
