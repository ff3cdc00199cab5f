/** What other features put on their pages. */
export { Tie } from './conflict-words';
export { contestOfJudging } from './office/contest.query';
export { ContestLine, JudgingBar } from './office/judging-nav';
export { type JudgeLoad, loadsOfRound } from './office/jury.query';
export { default as officeStyles } from './office/office.module.css';
export { PagesOf } from './office/pages-of';
