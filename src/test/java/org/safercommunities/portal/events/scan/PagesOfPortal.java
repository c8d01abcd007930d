package org.safercommunities.portal.events.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.internal.ErrorTargetEntry;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.UidlWriter;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.spring.SpringInstantiator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.context.WebApplicationContext;

/** Opens every page that there is, and keeps what would go to the browser: the whole of it, files behind its links included. */
public final class PagesOfPortal {

    private static final Set<String> ABOUT_ONESELF = Set.of(
            "",
            "account",
            "agency/places",
            "bookings",
            "directory",
            "following",
            "notices",
            "search",
            "surveys/:survey");

    private final WebApplicationContext portal;
    private final ApplicationRouteRegistry running;
    private final Routes routes;

    public PagesOfPortal(WebApplicationContext portal) {
        this.portal = portal;
        running = ApplicationRouteRegistry.getInstance(
                new VaadinServletContext(Objects.requireNonNull(portal.getServletContext())));
        routes = new Routes(
                running.getRegisteredRoutes().stream()
                        .map(RouteData::getNavigationTarget)
                        .collect(Collectors.toSet()),
                Set.of(),
                true);
    }

    /** Every page. {@code values} say what the parameters of routes stand for. */
    List<Leaf> as(String who, @Nullable Reader reader, List<Map<String, String>> values) {
        return as(who, reader, values, template -> true);
    }

    /** Pages of events, and those that show what somebody has to do with them. */
    List<Leaf> aboutEventsAs(String who, Reader reader, List<Map<String, String>> values) {
        return as(who, reader, values, template -> template.contains("event") || ABOUT_ONESELF.contains(template));
    }

    private List<Leaf> as(
            String who, @Nullable Reader reader, List<Map<String, String>> values, Predicate<String> which) {
        List<Leaf> leaves = new ArrayList<>();
        for (Map<String, String> each : values) {
            signIn(reader);
            MockVaadin.setup(UI::new, new SpringServlet());
            try {
                boolean first = each == values.getFirst();
                templates(running).stream()
                        .filter(which)
                        .filter(template -> first || template.contains(":event"))
                        .forEach(template -> leaves.addAll(open(who, template, filled(template, each))));
            } finally {
                MockVaadin.tearDown();
                signIn(null);
            }
        }
        return leaves;
    }

    /** Everything that goes to this person’s browser from any page, and from the files behind its links, in small letters. */
    public Map<String, String> sent(Reader reader, Map<String, String> values) {
        Map<String, String> sent = new TreeMap<>();
        as("", reader, List.of(values)).forEach(leaf -> sent.merge(leaf.exit(), leaf.text(), String::concat));
        return sent;
    }

    /** What each address does for this person, in a word: the page itself, another, none, or none for them. */
    public Map<String, String> shown(@Nullable Reader reader, Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>();
        signIn(reader);
        MockVaadin.setup(UI::new, new SpringServlet());
        try {
            targets().forEach((template, page) -> {
                String before = active();
                UI.getCurrent().navigate(filled(template, values).replaceAll("\\?.*", ""));
                String after = active();
                shown.put(
                        template,
                        switch (after) {
                            case "NotFoundPage" -> "hidden";
                            case "ClosedAreaPage" -> "no";
                            default -> {
                                boolean stayed = reader == null && after.equals(before) && !after.equals(page);
                                yield stayed ? "sign in" : after.equals(page) ? "may" : "shows " + after;
                            }
                        });
            });
        } finally {
            MockVaadin.tearDown();
            signIn(null);
        }
        return shown;
    }

    private static String active() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .findFirst()
                .map(page -> page.getClass().getSimpleName())
                .orElse("");
    }

    /** The class of each page, by its simple name. */
    private Map<String, String> targets() {
        Map<String, String> targets = new TreeMap<>();
        running.getRegisteredRoutes()
                .forEach(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream())
                        .map(RouteBaseData::getTemplate)
                        .filter(template -> !template.startsWith("kit/"))
                        .forEach(template -> targets.put(
                                template, route.getNavigationTarget().getSimpleName())));
        return targets;
    }

    private static List<String> templates(ApplicationRouteRegistry routes) {
        return routes.getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .map(RouteBaseData::getTemplate)
                // Pages of the tests, which show parts of the kit
                .filter(template -> !template.startsWith("kit/"))
                .toList();
    }

    private static String filled(String template, Map<String, String> values) {
        StringBuilder address = new StringBuilder();
        for (String part : template.split("/")) {
            String usual = part.startsWith(":") ? values.get(part.substring(1).replace("?", "")) : part;
            String value = values.getOrDefault(address + "/" + part, usual);
            assertThat(value).as("say what %s of %s stands for", part, template).isNotNull();
            address.append(address.isEmpty() ? "" : "/").append(value);
        }
        return template.equals("search") ? "search?q=" + values.get("words") : address.toString();
    }

    private static List<Leaf> open(String who, String template, String address) {
        List<Leaf> leaves = new ArrayList<>();
        UI ui = UI.getCurrent();
        String exit = "page " + template;
        try {
            int query = address.indexOf('?');
            ui.navigate(
                    query < 0 ? address : address.substring(0, query),
                    query < 0 ? QueryParameters.empty() : QueryParameters.fromString(address.substring(query + 1)));
            leaves.addAll(shown(who, exit, address, ui));
            for (Component each : all(ui).toList()) {
                if (each instanceof Tabs tabs) {
                    for (int tab = 1; tab < tabs.getTabCount(); tab++) {
                        tabs.setSelectedIndex(tab);
                        leaves.addAll(shown(who, exit, address, ui));
                    }
                }
            }
        } catch (RuntimeException refused) {
            leaves.add(new Leaf(who, exit, address, String.valueOf(refused)));
        }
        return leaves;
    }

    /** What goes to the browser now, and the files behind its links. */
    private static List<Leaf> shown(String who, String exit, String address, UI ui) {
        List<Leaf> leaves = new ArrayList<>();
        leaves.add(new Leaf(
                who,
                exit,
                address,
                new UidlWriter().createUidl(ui, false).toString()
                        + ui.getInternals().getTitle()));
        for (Component each : all(ui).toList()) {
            if (each instanceof Anchor link && link.getHref().contains("VAADIN/dynamic")) {
                leaves.add(new Leaf(
                        who, exit + " file", address, new String(DownloadKt.download(link), StandardCharsets.UTF_8)));
            }
        }
        return leaves;
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(PagesOfPortal::all));
    }

    private void signIn(@Nullable Reader reader) {
        SecurityContextHolderStrategy own = portal.getBeanProvider(SecurityContextHolderStrategy.class)
                .getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            if (reader != null) {
                request.setUserPrincipalInt(TestSignIn.authentication(reader.personId(), reader.roles()));
                request.setUserInRole((principal, role) ->
                        reader.roles().stream().anyMatch(each -> each.name().equals(role)));
            }
            return request;
        });
        if (reader == null) {
            own.clearContext();
            SecurityContextHolder.clearContext();
        } else {
            var context = new SecurityContextImpl(TestSignIn.authentication(reader.personId(), reader.roles()));
            own.setContext(context);
            SecurityContextHolder.setContext(context);
        }
    }

    private final class SpringServlet extends MockVaadinServlet {

        private static final long serialVersionUID = 1L;

        SpringServlet() {
            super(routes, UI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            VaadinServletService service = new MockService(this, configuration, UI::new) {

                private static final long serialVersionUID = 1L;

                @Override
                protected Optional<Instantiator> loadInstantiators() {
                    return Optional.of(new SpringInstantiator(this, portal));
                }
            };
            service.init();
            routes.register(service.getContext());
            ApplicationRouteRegistry pages = ApplicationRouteRegistry.getInstance(service.getContext());
            pages.setLayout(running.getLayout("events"));
            pages.setErrorNavigationTargets(
                    Stream.of(new NotFoundException(), new AccessDeniedException(), new IllegalStateException())
                            .map(running::getErrorNavigationTarget)
                            .flatMap(Optional::stream)
                            .map(ErrorTargetEntry::getNavigationTarget)
                            .collect(Collectors.toSet()));
            return service;
        }
    }
}
