import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export type Answer = {url?: string; isOwner?: boolean; code?: string; stopped?: string};

/** Another process that opens a data folder: see `hold-database.ts`. */
export type OwnerProcess = {
  answer: Answer;
  stop(how: 'fast' | 'smart'): Promise<Answer>;
  kill(): Promise<void>;
};

export async function anotherProcess(dataFolder: string, mode: 'serve' | 'command'): Promise<OwnerProcess> {
  const program = fileURLToPath(new URL('hold-database.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataFolder, mode], {stdio: ['pipe', 'pipe', 'inherit']});
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  const nextAnswer = async () => {
    const {value} = await answers.next();
    if (!value) throw new Error('the other process ended without an answer');
    return JSON.parse(value) as Answer;
  };
  return {
    answer: await nextAnswer(),
    stop: (how) => {
      child.stdin.write(`${how}\n`);
      return nextAnswer();
    },
    kill: () => kill(child),
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
