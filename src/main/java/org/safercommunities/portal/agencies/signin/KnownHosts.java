package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The names the portal answers to: its own, and this machine's for checks of health. Whoever asks for another gets no answer that could
 * lead people, or a cache, there.
 */
@Configuration(proxyBeanMethods = false)
class KnownHosts {

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "0:0:0:0:0:0:0:1");

    @Bean
    StrictHttpFirewall firewall(
            @Value("${portal.url}") URI address, @Value("${portal.other-hosts}") Set<String> others) {
        Set<String> known = Stream.of(HERE.stream(), Stream.ofNullable(address.getHost()), others.stream())
                .flatMap(names -> names)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(name -> known.contains(name.toLowerCase(Locale.ROOT)));
        return firewall;
    }
}
