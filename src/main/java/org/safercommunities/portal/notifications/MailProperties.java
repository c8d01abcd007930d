package org.safercommunities.portal.notifications;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail goes and whom it comes from.
 *
 * @param user null or empty: the server asks for none
 * @param from address of the sender; its domain is also that of the Message-IDs
 * @param replyTo where answers go; null or empty: to the sender
 * @param connections how many mails are handed over at once, each on its own connection
 * @param many how mail to many is sent, beside which the portal's other mail goes its own way
 * @param dkim what mail is signed with
 */
@ConfigurationProperties("portal.mail")
record MailProperties(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("none") Tls tls,
        String from,
        @DefaultValue("Safer Communities") String fromName,
        @Nullable String replyTo,
        @DefaultValue("4") int connections,
        @DefaultValue Many many,
        @DefaultValue Dkim dkim) {

    /**
     * @param connections how many mails are handed over at once
     * @param claim how many mails a connection takes up at a time: that many may be in doubt after a crash
     * @param perDomainPerMinute how many mails a recipient's domain gets in a minute; 0: as many as there are
     */
    record Many(
            @DefaultValue("4") int connections,
            @DefaultValue("50") int claim,
            @DefaultValue("0") int perDomainPerMinute) {

        Many {
            if (connections < 1 || connections > 50 || claim < 1 || claim > 500 || perDomainPerMinute < 0) {
                throw new IllegalArgumentException(
                        "portal.mail.many: 1 to 50 connections, 1 to 500 mails claimed, no negative limit");
            }
        }
    }

    /**
     * @param domain null or empty: that of the sender's address
     * @param keyFile a private key (RSA, PKCS#8, PEM); null or empty: mail is not signed
     */
    record Dkim(
            @Nullable String domain,
            @DefaultValue("portal") String selector,
            @Nullable String keyFile) {}

    enum Tls {
        /** As it is; only for a server on this machine or a trusted network. */
        NONE,
        /** Plain at first, then turned into TLS; nothing is sent to a server that cannot. */
        STARTTLS,
        /** TLS from the first byte on. */
        IMPLICIT
    }

    MailProperties {
        if (!Mail.isAddress(from)) {
            throw new IllegalArgumentException("PORTAL_MAIL_FROM is not an email address: " + from);
        }
        if (connections < 1 || connections > 50) {
            throw new IllegalArgumentException("portal.mail.connections is a number from 1 to 50");
        }
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    boolean signsIn() {
        return user != null && !user.isBlank();
    }

    /** The same on another server. */
    MailProperties at(URI server) {
        return new MailProperties(
                server.getHost(),
                server.getPort(),
                user,
                password,
                tls,
                from,
                fromName,
                replyTo,
                connections,
                many,
                dkim);
    }
}
