import {answerLaterLoaders, findRunningVersion, reportConflict} from './one-per-page.ts';
import {watchPage} from './watch-page.ts';

const running = findRunningVersion();

if (running) {
  reportConflict(running);
} else {
  answerLaterLoaders();
  watchPage();
}
