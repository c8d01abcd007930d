package org.safercommunities.portal.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** What every method of the portal calls, reads and says in SQL, as the compiler wrote it: constants of rules stand in it too. */
final class CodeOfPortal {

    static final String ROOT = "org/safercommunities/portal/";

    /** A method; its owner is written with slashes. */
    record Method(String owner, String name, String descriptor) {

        /** The package below the portal's, with dots. */
        String place() {
            String folder = owner.substring(ROOT.length(), Math.max(ROOT.length(), owner.lastIndexOf('/') + 1));
            return folder.isEmpty()
                    ? "portal"
                    : folder.substring(0, folder.length() - 1).replace('/', '.');
        }
    }

    /** What is in a method. */
    record Body(Set<Method> calls, Set<String> fields, List<String> texts) {}

    private final Map<Method, Body> bodies = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Set<String>> implementers = new HashMap<>();
    private final Map<Method, Set<Method>> callers = new HashMap<>();

    CodeOfPortal(Path classes) {
        try (Stream<Path> files = Files.walk(classes.resolve(ROOT))) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bodies.forEach((method, body) -> body.calls().stream()
                .flatMap(this::targets)
                .forEach(called ->
                        callers.computeIfAbsent(called, none -> new HashSet<>()).add(method)));
    }

    /** This method and all that it leads to, except beyond those where the search ends. */
    Set<Method> reached(Method from, Predicate<Method> end) {
        Set<Method> reached = new LinkedHashSet<>();
        Deque<Method> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Method method = next.removeFirst();
            if (reached.add(method) && !end.test(method)) {
                Body body = body(method);
                body.calls().stream().flatMap(this::targets).forEach(next::addLast);
                // What a class says in a constant of its own is made when the class is
                body.fields().stream()
                        .map(field -> new Method(field.substring(0, field.indexOf('#')), "<clinit>", "()V"))
                        .filter(bodies::containsKey)
                        .forEach(next::addLast);
            }
        }
        return reached;
    }

    Body body(Method method) {
        return bodies.getOrDefault(method, new Body(Set.of(), Set.of(), List.of()));
    }

    /** The packages from which it is called by others than its own class. */
    Set<String> calledFrom(Method method) {
        Set<String> places = new java.util.TreeSet<>();
        callers.getOrDefault(method, Set.of()).stream()
                .filter(caller -> !outer(caller.owner()).equals(outer(method.owner())))
                .forEach(caller -> places.add(caller.place()));
        return places;
    }

    private static String outer(String owner) {
        int inner = owner.indexOf('$');
        return inner < 0 ? owner : owner.substring(0, inner);
    }

    /** Where a call may end: the method itself, the one it is inherited from, and those of whoever implements it. */
    private Stream<Method> targets(Method called) {
        if (!called.owner().startsWith(ROOT)) {
            return Stream.empty();
        }
        List<Method> targets = new ArrayList<>();
        for (String owner = called.owner(); owner != null; owner = parents.get(owner)) {
            Method there = new Method(owner, called.name(), called.descriptor());
            if (bodies.containsKey(there)) {
                targets.add(there);
                break;
            }
        }
        for (String owner : implementers.getOrDefault(called.owner(), Set.of())) {
            Method there = new Method(owner, called.name(), called.descriptor());
            if (bodies.containsKey(there)) {
                targets.add(there);
            }
        }
        return targets.isEmpty() ? Stream.of(called) : targets.stream();
    }

    private void read(Path file) {
        try {
            new ClassReader(Files.readAllBytes(file)).accept(new Classes(), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Classes extends ClassVisitor {

        private String owner = "";

        Classes() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, @Nullable String signature, String parent, String[] interfaces) {
            owner = name;
            parents.put(name, parent);
            Stream.concat(Stream.of(interfaces), Stream.of(parent))
                    .forEach(type -> implementers
                            .computeIfAbsent(type, none -> new HashSet<>())
                            .add(name));
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Body body = new Body(new HashSet<>(), new HashSet<>(), new ArrayList<>());
            bodies.put(new Method(owner, name, descriptor), body);
            return new Instructions(body);
        }
    }

    private static final class Instructions extends MethodVisitor {

        private final Body body;

        Instructions(Body body) {
            super(Opcodes.ASM9);
            this.body = body;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            body.calls().add(new Method(owner, name, descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.GETSTATIC && owner.startsWith(ROOT)) {
                body.fields().add(owner + "#" + name);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                body.texts().add(text);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle maker, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    body.calls().add(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
                } else if (argument instanceof String text) {
                    body.texts().add(text);
                }
            }
        }
    }
}
