// Asks whether anything that the house ships is known to be vulnerable. Ends with 0 when nothing is, 1 with a line for each that is, 2 when nobody could be asked.
import { spawnSync } from 'node:child_process';

const patience = 180_000;

/** What a program says in JSON, or null. */
function ask(program, args, cwd) {
  const { stdout } = spawnSync(program, args, { cwd, encoding: 'utf8', timeout: patience, maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    return JSON.parse(stdout);
  } catch {
    return null;
  }
}

/** A source that knows of no vulnerabilities at all, as a mirror may, finds none in anything. */
async function knows(source) {
  try {
    const { resources } = await (await fetch(source, { signal: AbortSignal.timeout(patience) })).json();
    return resources.some((each) => each['@type'].startsWith('VulnerabilityInfo'));
  } catch {
    return false;
  }
}

/** Lines about packages of NuGet, or null. */
async function nuget() {
  const report = ask('dotnet', ['list', 'Stadtretter.sln', 'package', '--vulnerable', '--include-transitive', '--format', 'json']);
  if (!report?.projects || report.problems?.some((each) => each.level === 'error')) return null;
  const packages = report.projects.flatMap((project) => project.frameworks ?? []).flatMap((f) => [...(f.topLevelPackages ?? []), ...(f.transitivePackages ?? [])]);
  const found = packages.flatMap((each) => (each.vulnerabilities ?? []).map((v) => `${each.id} ${each.resolvedVersion}: ${v.severity}, ${v.advisoryurl}`));
  if (found.length > 0) return [...new Set(found)];
  return (await Promise.all((report.sources ?? []).map(knows))).includes(true) ? [] : null;
}

/** Lines about packages of npm, or null. */
function npm() {
  const report = ask('npm', ['audit', '--omit=dev', '--json'], 'clients/web');
  if (!report?.vulnerabilities) return null;
  return Object.values(report.vulnerabilities).map(({ name, severity, via }) => `${name}: ${severity}, ${via.map((each) => each.url ?? each).join(' ')}`);
}

const answers = { NuGet: await nuget(), npm: npm() };
for (const [registry, found] of Object.entries(answers)) {
  if (found === null) console.log(`   ${registry} could not be asked for vulnerable packages from here.`);
  for (const line of found ?? []) console.log(`   Vulnerable: ${line}`);
}
const given = Object.values(answers).filter((found) => found !== null);
process.exitCode = given.some((found) => found.length > 0) ? 1 : given.length > 0 ? 0 : 2;
