package org.safercommunities.portal.events;

/** What anybody is told who asks about a code. */
public sealed interface CertificateAnswer {

    record Valid(Certificate certificate) implements CertificateAnswer {}

    /** There was one, and its person is not noted as having come any more. */
    record Withdrawn() implements CertificateAnswer {}

    record Unknown() implements CertificateAnswer {}

    /** They have asked too often to be told now. */
    record TooOften() implements CertificateAnswer {}
}
