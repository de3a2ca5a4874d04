package org.yuanhu.chaincode.determinism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads class files: which members each method uses, by call, field, method reference or lambda, and where it leaves whole numbers. */
final class ByteCode {
    private static final String FLOATING = "[FD]|java\\.lang\\.(Float|Double|StrictMath)|java\\.math\\.BigDecimal";

    private ByteCode() {}

    /**
     * One use of a member.
     *
     * @param in class and method, such as {@code org.yuanhu.vocabulary.label.Salt.random}
     * @param owner the class that has the member, such as {@code java.util.List}
     * @param member name and descriptor of a method, or a field's name
     */
    record Use(String in, String owner, String member) {
        String name() {
            int bracket = member.indexOf('(');
            return bracket < 0 ? member : member.substring(0, bracket);
        }

        String type() {
            return in.substring(0, in.lastIndexOf('.'));
        }
    }

    /** What the classes of a folder or jar use, and the methods that know fractions. */
    record Found(List<Use> uses, TreeSet<String> floating) {
        Found() {
            this(new ArrayList<>(), new TreeSet<>());
        }
    }

    /** Of every class that lies where this one does. */
    static void readAllBeside(Class<?> type, Found found) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            Path root = Path.of(place);
            if (Files.isDirectory(root)) {
                readAll(root, found);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
                    readAll(jar.getPath("/"), found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of one class. */
    static void read(Class<?> type, Found found) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
            new ClassReader(in).accept(new Visitor(found), ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAll(Path root, Found found) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.toString().endsWith("-info.class"))
                    .toList()) {
                new ClassReader(Files.readAllBytes(file)).accept(new Visitor(found), ClassReader.SKIP_FRAMES);
            }
        }
    }

    private static boolean isFloating(Type type) {
        return type.getSort() == Type.ARRAY
                ? isFloating(type.getElementType())
                : type.getClassName().matches("float|double|" + FLOATING);
    }

    private static boolean mentionsFloating(String descriptor) {
        if (!descriptor.startsWith("(")) {
            return isFloating(Type.getType(descriptor));
        }
        return isFloating(Type.getReturnType(descriptor))
                || Stream.of(Type.getArgumentTypes(descriptor)).anyMatch(ByteCode::isFloating);
    }

    private static final class Visitor extends ClassVisitor {
        private final Found found;
        private String type = "";

        Visitor(Found found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            type = name.replace('/', '.');
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            floatingIf(mentionsFloating(descriptor), type + "." + name);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            String method = type + "." + ofLambda(name);
            floatingIf(mentionsFloating(descriptor), method);
            return new Calls(
                    use -> found.uses().add(new Use(method, use.owner(), use.member())),
                    () -> floatingIf(true, method));
        }

        /** {@code lambda$perform$0} is of {@code perform}. */
        private static String ofLambda(String name) {
            return name.startsWith("lambda$") ? name.substring(7, name.lastIndexOf('$')) : name;
        }

        private void floatingIf(boolean floating, String where) {
            if (floating) {
                found.floating().add(where);
            }
        }
    }

    private static final class Calls extends MethodVisitor {
        private final Consumer<Use> uses;
        private final Runnable floating;

        Calls(Consumer<Use> uses, Runnable floating) {
            super(Opcodes.ASM9);
            this.uses = uses;
            this.floating = floating;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            use(owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (!owner.startsWith("[")) {
                uses.accept(new Use("", owner.replace('/', '.'), name));
            }
            floatingIf(mentionsFloating(descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            use(bootstrap.getOwner(), bootstrap.getName(), bootstrap.getDesc());
            floatingIf(mentionsFloating(descriptor));
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    if (handle.getTag() <= Opcodes.H_PUTSTATIC) {
                        uses.accept(new Use("", handle.getOwner().replace('/', '.'), handle.getName()));
                    } else {
                        use(handle.getOwner(), handle.getName(), handle.getDesc());
                    }
                }
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            floatingIf(value instanceof Float || value instanceof Double);
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            floatingIf(opcode == Opcodes.FLOAD
                    || opcode == Opcodes.DLOAD
                    || opcode == Opcodes.FSTORE
                    || opcode == Opcodes.DSTORE);
        }

        @Override
        public void visitInsn(int opcode) {
            boolean toFraction =
                    opcode == Opcodes.I2F || opcode == Opcodes.I2D || opcode == Opcodes.L2F || opcode == Opcodes.L2D;
            boolean constant = opcode >= Opcodes.FCONST_0 && opcode <= Opcodes.DCONST_1;
            floatingIf(toFraction || constant);
        }

        private void use(String owner, String name, String descriptor) {
            if (!owner.startsWith("[")) {
                uses.accept(new Use("", owner.replace('/', '.'), name + descriptor));
            }
            floatingIf(mentionsFloating(descriptor));
        }

        private void floatingIf(boolean is) {
            if (is) {
                floating.run();
            }
        }
    }
}
