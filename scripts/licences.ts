// npm run -s licences             every package that is locked: its licence, and whether it is needed to run
// npm run -s licences -- --check  only says how many there are; both fail when one may not be here with its licence
import { EXCEPTIONS, idOf, licenceProblems } from "./dependencies/allowed.ts";
import { type Locked, lockedPackages } from "./dependencies/locked.ts";
import "./pipe.ts";

const [job, ...rest] = process.argv.slice(2);
if ((job !== undefined && job !== "--check") || rest.length > 0) fail("usage: npm run -s licences -- [--check]");

const packages = lockedPackages();
if (job === undefined) {
  for (const pkg of packages)
    console.log(`${idOf(pkg).padEnd(60)} ${(pkg.licence ?? "none stated").padEnd(42)} ${use(pkg)}`);
  console.log("\nBeside licences that ask for a notice only:");
  for (const { packages: pattern, licence, reason } of EXCEPTIONS) {
    const names = packages.filter(({ name }) => pattern.test(name)).map(({ name }) => name);
    console.log(`${licence ?? "none stated"}: ${names.join(", ")}: ${reason}`);
  }
  console.log();
}
const problems = licenceProblems(packages);
if (problems.length > 0) fail(problems.join("\n"));
console.log(
  `${packages.length} packages, ${packages.filter(({ runs }) => runs).length} of them for running; every licence is allowed`,
);

function use({ runs, optional }: Locked): string {
  return `${runs ? "running" : "development"}${optional ? ", on some machines" : ""}`;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
