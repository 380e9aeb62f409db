import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import { MyAssessment, MyAssessments, type MyAssessmentQuery } from './generated.js';

export type OwnAssessment = NonNullable<MyAssessmentQuery['myAssessment']>;

export const myAssessmentsQuery = queryOptions({
  queryKey: ['my-assessments'],
  queryFn: async ({ signal }) => (await request(MyAssessments, {}, signal)).myAssessments,
});

export const myAssessmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['my-assessment', id],
    queryFn: async ({ signal }) => (await request(MyAssessment, { id }, signal)).myAssessment,
  });
