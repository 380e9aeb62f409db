/** Lints texts as if they stood in files: [{ filePath, text }] on stdin -> [[{ rule, message }]] on stdout. */
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';
import { root } from '../../tools/install.mjs';
import { writeProjectGraph } from '../../tools/lint.mjs';

writeProjectGraph();
const eslint = new ESLint({ cwd: root });
const findings = [];
for (const probe of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(probe.text, { filePath: probe.filePath });
  findings.push(result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
process.stdout.write(JSON.stringify(findings));
