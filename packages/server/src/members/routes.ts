import {
  changeOwnMember as changeOwnMemberRoute,
  createMember as createMemberRoute,
  forgetMember as forgetMemberRoute,
  forgetOwnMember as forgetOwnMemberRoute,
  getMember as getMemberRoute,
  getOwnMember as getOwnMemberRoute,
  listMembers as listMembersRoute,
  searchMembers as searchMembersRoute,
  setMemberRole as setMemberRoleRoute,
} from '@buurtkit/contract';
import {created, ok, route} from '../http/bind-route.ts';
import {nextPageLink} from '../http/links.ts';
import {requirePerson} from '../keys/require-person.ts';
import {changeOwnMember} from './change-own-member.ts';
import {forgetMember} from './forget-member.ts';
import {getMember} from './get-member.ts';
import {inviteMember} from './invite-member.ts';
import {listMembers} from './list-members.ts';
import {setMemberRole} from './set-member-role.ts';

export const memberRoutes = [
  route(getOwnMemberRoute, async (scope) => ok(await getMember(scope, requirePerson(scope).id))),

  route(changeOwnMemberRoute, async (scope, {body}) => ok(await changeOwnMember(scope, body))),

  route(forgetOwnMemberRoute, async (scope) => ok(await forgetMember(scope, requirePerson(scope).id))),

  route(listMembersRoute, async (scope, {query}) => {
    const page = await listMembers(scope, query);
    return ok(page, {headers: nextPageLink(scope.publicUrl, `/communities/${scope.community.slug}/members`, query, page.next)});
  }),

  route(searchMembersRoute, async (scope, {body}) => ok(await listMembers(scope, body))),

  route(createMemberRoute, async (scope, {body}) => {
    const member = await inviteMember(scope, body);
    return created(member, `${scope.publicUrl}/v1/communities/${scope.community.slug}/members/${member.id}`);
  }),

  route(getMemberRoute, async (scope, {params}) => ok(await getMember(scope, params.id))),

  route(setMemberRoleRoute, async (scope, {params, body}) => ok(await setMemberRole(scope, params.id, body))),

  route(forgetMemberRoute, async (scope, {params}) => ok(await forgetMember(scope, params.id))),
];
