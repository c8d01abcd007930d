package org.safercommunities.portal.doors;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.doors.CodeOfPortal.Method;
import org.springframework.asm.Type;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Service;

/**
 * Every public method of a public service, and what it asks of whoever calls it before it answers: the roles, the rules, whether it
 * is theirs. Read from the compiled code, so that nobody has to say so twice.
 */
final class ServiceDoors {

    private static final String READER = Type.getInternalName(Reader.class);
    private static final String ROLE = Type.getInternalName(Role.class);
    private static final String CURRENT = Type.getInternalName(CurrentReader.class);
    private static final String RULE = ".*/Who(May|Sees|Runs|Gets)\\w*";

    /** @param asks what it asks of the caller; empty when nothing: then whoever calls it has to have asked */
    record Door(String method, Set<String> asks, Set<String> calledFrom) {}

    private final CodeOfPortal code = new CodeOfPortal(Path.of("target", "classes"));
    /** Conditions in SQL, and the rule that each is of. */
    private final Map<String, String> conditions = new HashMap<>();

    Map<String, Door> all() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider services = new ClassPathScanningCandidateComponentProvider(false);
        services.addIncludeFilter(new AnnotationTypeFilter(Service.class));
        ClassPathScanningCandidateComponentProvider rules = new ClassPathScanningCandidateComponentProvider(false);
        rules.addIncludeFilter((reader, factory) ->
                reader.getClassMetadata().getClassName().replace('.', '/').matches(RULE));
        for (Class<?> rule : found(rules)) {
            learn(rule);
        }
        Map<String, Door> doors = new TreeMap<>();
        for (Class<?> service : found(services)) {
            if (Modifier.isPublic(service.getModifiers())) {
                for (java.lang.reflect.Method method : service.getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                        Door door = door(service, method);
                        doors.put(door.method(), door);
                    }
                }
            }
        }
        return doors;
    }

    private static List<Class<?>> found(ClassPathScanningCandidateComponentProvider scan)
            throws ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        for (var each : scan.findCandidateComponents("org.safercommunities.portal")) {
            Class<?> type = Class.forName(each.getBeanClassName(), false, ServiceDoors.class.getClassLoader());
            if (!type.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()
                    .contains("test-classes")) {
                found.add(type);
            }
        }
        return found;
    }

    private void learn(Class<?> rule) {
        for (Field field : rule.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                try {
                    field.setAccessible(true);
                    conditions.put(String.valueOf(field.get(null)).strip(), rule.getSimpleName());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private Door door(Class<?> service, java.lang.reflect.Method method) {
        Method start = new Method(Type.getInternalName(service), method.getName(), Type.getMethodDescriptor(method));
        Set<String> asks = new TreeSet<>();
        for (Method each : code.reached(start, ServiceDoors::isRule)) {
            if (each.owner().equals(READER)) {
                asks.addAll(ofReader(each));
            } else if (each.owner().matches(RULE)) {
                asks.add(simple(each.owner()));
            } else {
                CodeOfPortal.Body body = code.body(each);
                body.texts()
                        .forEach(text -> conditions.forEach((condition, rule) -> {
                            if (condition.length() > 20 && text.contains(condition)) {
                                asks.add(rule);
                            }
                        }));
                // A role that is named beside the reader is one that is asked for
                if (body.calls().stream().anyMatch(ServiceDoors::asksForRole)) {
                    body.fields().stream()
                            .filter(field -> field.startsWith(ROLE + "#"))
                            .map(field -> field.substring(ROLE.length() + 1))
                            .filter(name -> !name.startsWith("$"))
                            .forEach(asks::add);
                }
            }
        }
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        String place = start.place() + "." + service.getSimpleName();
        return new Door("%s.%s(%s)".formatted(place, method.getName(), parameters), asks, code.calledFrom(start));
    }

    private static boolean asksForRole(Method called) {
        return called.owner().equals(READER)
                && (called.name().equals("is") || called.name().equals("roles"));
    }

    private static boolean isRule(Method method) {
        return method.owner().matches(RULE)
                || method.owner().equals(READER)
                || method.owner().equals(CURRENT)
                || method.place().equals("audit")
                || method.place().equals("portal");
    }

    private static Set<String> ofReader(Method method) {
        return switch (method.name()) {
            case "tokens", "searchKeys", "parameters" -> Set.of("keys");
            case "personId" -> Set.of("own");
            case "agencyId", "agencyIds" -> Set.of("own agency");
            case "groupIds" -> Set.of("own groups");
            case "portal" -> Set.of("as the portal");
            case "stranger" -> Set.of("as a stranger");
            default -> Set.of();
        };
    }

    private static String simple(String owner) {
        String name = owner.substring(owner.lastIndexOf('/') + 1);
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
