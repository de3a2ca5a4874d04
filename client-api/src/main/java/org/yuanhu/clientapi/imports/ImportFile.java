package org.yuanhu.clientapi.imports;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.yuanhu.clientapi.imports.table.Table;

/** A file someone wants to import. Its content is never logged: it may name people. */
public final class ImportFile {
    private final Table table;
    private final String name;
    private final byte[] bytes;

    /**
     * @param table what it is a table of
     * @param name as its sender calls it, for messages
     */
    public ImportFile(Table table, String name, byte[] bytes) {
        this.table = table;
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** What it is a table of. */
    public Table table() {
        return table;
    }

    /** As its sender calls it. */
    public String name() {
        return name;
    }

    /** The file itself. */
    public byte[] content() {
        return bytes.clone();
    }

    /** The SHA-256 of its bytes, lower-case hex: what it is known by when it comes again. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return table.name() + "/" + name;
    }
}
