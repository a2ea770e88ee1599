import {changePhoto, createPhoto, deletePhoto, getPhoto, mostPhotos, type Initiative, type Photo} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {numberedId} from '../samples/numbered-id.ts';

const wrong = (code: 'unknown' | 'range') => new MockProblem('request.invalid', {faults: [{parameter: 'initiative', code}]});

function photoOf(state: MockState, slugs: readonly string[], id: string): {photo: Photo; initiative: Initiative} {
  for (const initiative of state.initiatives) {
    const photo = initiative.photos.find((one) => one.id === id);
    if (photo && slugs.includes(initiative.community)) return {photo, initiative};
  }
  throw new MockProblem('photo.not-found');
}

function touch(state: MockState, initiative: Initiative): void {
  initiative.updatedAt = new Date().toISOString();
  recordChange(state, 'initiative', 'updated', initiative);
}

export const photoOperations = [
  operation(createPhoto, ({state, params: {community}, query: {initiative: slug, altNl, altEn, credit}, url}) => {
    const initiative = state.initiatives.find((one) => one.community === community && one.slug === slug);
    if (!initiative) throw wrong('unknown');
    if (initiative.photos.length >= mostPhotos) throw wrong('range');
    const number = (state.numbers.made += 1);
    const file = (size: number) => `${url.origin}/v1/files/${String(number * 10 + size).padStart(64, '0')}.jpg`;
    const photo: Photo = {
      id: numberedId('photo', number),
      url: file(1),
      alt: {nl: altNl, ...(altEn !== undefined && {en: altEn})},
      credit,
      width: 1600,
      height: 1067,
      small: {url: file(0), width: 640, height: 427},
    };
    initiative.photos.push(photo);
    touch(state, initiative);
    return {status: 201, content: photo, headers: {Location: `/v1/communities/${community}/photos/${photo.id}`}};
  }),

  operation(getPhoto, ({state, params: {community, id}}) => ({
    status: 200,
    content: photoOf(state, readSlugs(communityOf(state, community)), id).photo,
  })),

  operation(changePhoto, ({state, params: {community, id}, body: {position, ...said}, requireUnchanged}) => {
    const {photo, initiative} = photoOf(state, [community], id);
    requireUnchanged(photo);
    Object.assign(photo, said);
    if (position !== undefined) initiative.photos = initiative.photos.filter((one) => one !== photo).toSpliced(position, 0, photo);
    touch(state, initiative);
    return {status: 200, content: photo};
  }),

  operation(deletePhoto, ({state, params: {community, id}}) => {
    const {photo, initiative} = photoOf(state, [community], id);
    initiative.photos = initiative.photos.filter((one) => one !== photo);
    touch(state, initiative);
    return {status: 200, content: photo};
  }),
];
