package org.safercommunities.portal.agencies.providers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches what an agency publishes of its sign-in, from an address that somebody typed. Over https only; a name is looked up
 * once, and the connection goes to the very addresses that were checked; redirects are not followed; size and time have an end.
 */
@Component
class OutsideDocuments {

    private static final int MOST_BYTES = 2_000_000;
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final Timeout PATIENCE = Timeout.ofSeconds(5);

    private final PublicAddresses allowed;
    private final boolean loopbackToo;
    private final Names names;

    /** @param loopbackToo whether this machine may be asked too, over http as well: never outside the demonstration */
    @Autowired
    OutsideDocuments(@Value("${portal.providers.loopback:false}") boolean loopbackToo) {
        this(loopbackToo, InetAddress::getAllByName);
    }

    OutsideDocuments(boolean loopbackToo, Names names) {
        this.loopbackToo = loopbackToo;
        this.allowed = new PublicAddresses(loopbackToo);
        this.names = names;
    }

    /** Where a name leads at this moment; whoever owns it may say something else a moment later. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /**
     * @param field where the address was typed, for what is said when it does not work
     * @throws InvalidEntry in words to act on
     */
    String fetch(String field, URI address) {
        check(field, address);
        long end = System.nanoTime() + MOST_NANOS;
        try (CloseableHttpClient http = client()) {
            HttpGet request = new HttpGet(address);
            request.setHeader(
                    "Accept", "application/json, application/samlmetadata+xml, application/xml;q=0.9, */*;q=0.5");
            return http.execute(request, answer -> read(field, address, answer, end));
        } catch (NotPublic refused) {
            throw notPublic(field, address);
        } catch (UnknownHostException unknown) {
            throw new InvalidEntry(
                    field,
                    "There is no server called %s. Check the address for typing errors".formatted(address.getHost()));
        } catch (SSLException untrusted) {
            throw new InvalidEntry(
                    field,
                    "The certificate of %s is not valid for this portal. The agency’s IT has to renew or complete it"
                            .formatted(address.getHost()));
        } catch (SocketTimeoutException slow) {
            throw tooSlow(field, address);
        } catch (IOException unreachable) {
            throw new InvalidEntry(
                    field,
                    "%s cannot be reached from here. Check the address, and ask the agency’s IT whether it may be asked from outside"
                            .formatted(address.getHost()));
        }
    }

    /**
     * Whether an address that Keycloak is to ask later, or send people to, is one that may be asked.
     *
     * @param what as people call it
     */
    void check(String field, URI address, String what) {
        try {
            check(field, address);
            resolve(address.getHost());
        } catch (NotPublic | InvalidEntry refused) {
            throw new InvalidEntry(
                    field,
                    "The %s that is named there (%s) is not a public https address. The agency’s IT has to correct it"
                            .formatted(what, address));
        } catch (UnknownHostException unknown) {
            throw new InvalidEntry(
                    field,
                    "The %s that is named there is at %s, and there is no such server"
                            .formatted(what, address.getHost()));
        }
    }

    private void check(String field, URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
            throw new InvalidEntry(field, "Enter a whole address, like https://login.kent.gov.uk/…");
        }
        boolean plain = scheme.equals("http") && loopbackToo && onThisMachine(host);
        if (!scheme.equals("https") && !plain) {
            throw new InvalidEntry(
                    field, "The address has to begin with https://, so that nobody on the way can change what is read");
        }
    }

    private static boolean onThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Checked())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(PATIENCE).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                // Nothing that unfolds into more than was counted
                .disableContentCompression()
                .build();
    }

    private static String read(String field, URI address, ClassicHttpResponse answer, long end) throws IOException {
        int status = answer.getCode();
        if (status / 100 == 3) {
            throw new InvalidEntry(
                    field, "That address only leads on to another. Enter the one where the document itself is");
        }
        if (status != 200 || answer.getEntity() == null) {
            throw new InvalidEntry(
                    field,
                    "%s answers %d: the document is not there, or not for everybody. Check the address"
                            .formatted(address.getHost(), status));
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream content = answer.getEntity().getContent()) {
            byte[] some = new byte[8_192];
            for (int count = content.read(some); count >= 0; count = content.read(some)) {
                read.write(some, 0, count);
                if (read.size() > MOST_BYTES) {
                    answer.close();
                    throw new InvalidEntry(field, "What is at that address is too large to be such a document");
                }
                if (System.nanoTime() > end) {
                    answer.close();
                    throw tooSlow(field, address);
                }
            }
        }
        return read.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static InvalidEntry tooSlow(String field, URI address) {
        return new InvalidEntry(field, "%s did not answer in time. Try again in a while".formatted(address.getHost()));
    }

    private static InvalidEntry notPublic(String field, URI address) {
        return new InvalidEntry(
                field,
                "%s is not an address on the public internet, and the portal asks no other. The agency’s IT can send you the document as a file or publish it"
                        .formatted(address.getHost()));
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        // All, not those that happen to be public: a name that also leads inside is no name of an agency's server
        if (!Arrays.stream(all).allMatch(allowed::admits)) {
            throw new NotPublic(host);
        }
        return all;
    }

    /** What is looked up here is what is connected to: there is no second look that could say something else. */
    private final class Checked implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return OutsideDocuments.this.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }
}
