import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// An element of the browser's, not a component of Vue's.
const isCustomElement = (tag) => tag.startsWith('candor-');

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
