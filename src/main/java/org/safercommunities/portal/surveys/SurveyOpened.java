package org.safercommunities.portal.surveys;

import java.util.UUID;

/** A survey has just opened; the module of its subject invites whom it asks, in the same transaction. */
public record SurveyOpened(UUID survey, String subjectType, UUID subject) {}
