import { chromium } from '@playwright/test';
import { fakeCameraArgs, IDENTITIES, neutralOnly, writeClip } from './src/testing/index.js';
const url=process.argv[2]!;
for (const [w,h,scheme] of [[1280,900,'light'],[390,844,'dark']] as const) {
 const b = await chromium.launch({executablePath:'/usr/bin/chromium', args:[...fakeCameraArgs({clipPath: await writeClip(neutralOnly(IDENTITIES.ada))})]});
 const p = await (await b.newContext({viewport:{width:w,height:h}, colorScheme:scheme})).newPage();
 p.on('console',m=>{ if(m.type()==='error') console.log(m.text()); });
 await p.goto(url); await p.locator('[data-action="consent"]').waitFor(); await p.waitForTimeout(1500);
 await p.screenshot({path:`/tmp/q/three-notice-${w}.png`, fullPage:true});
 await p.locator('[data-action="consent"]').click();
 await p.locator('[data-state="positioning"]').first().waitFor({timeout:60000});
 await p.locator('[data-action="choices"]').click(); await p.locator('[data-action="profile"]').click();
 await p.locator('[data-action="start"]:not([aria-disabled="true"])').click({timeout:60000});
 await p.locator('[data-action="send"]').or(p.locator('[data-action="redo"]')).first().waitFor({timeout:60000});
 await p.screenshot({path:`/tmp/q/three-review-${w}.png`, fullPage:true});
 if (await p.locator('[data-action="send"]').count()) { await p.locator('[data-action="send"]').click(); await p.locator('[data-state="done"]').first().waitFor({timeout:60000}); await p.waitForTimeout(2000);
 await p.screenshot({path:`/tmp/q/three-done-${w}.png`, fullPage:true}); 
 await p.locator('[data-action="withdraw"]').first().click(); await p.waitForTimeout(6000); await p.screenshot({path:`/tmp/q/three-withdrawn-${w}.png`, fullPage:true}); }
 await b.close();
}
