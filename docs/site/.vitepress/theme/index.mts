import { useData, withBase } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { defineComponent, h } from 'vue';
import { DEMO_FOLDER, DEMO_FRAME, DEMO_PAGE } from '../../live-demo.mjs';

/** Below the words of its own document: the documents are Markdown alone, so no frame can be written there. */
const LiveDemo = defineComponent(() => {
  const { page } = useData();
  const src = withBase(`/${DEMO_FOLDER}/index.html`);
  return () => (page.value.relativePath === DEMO_PAGE ? h('iframe', { ...DEMO_FRAME, src }) : null);
});

export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-footer-before': () => h(LiveDemo) }),
};
