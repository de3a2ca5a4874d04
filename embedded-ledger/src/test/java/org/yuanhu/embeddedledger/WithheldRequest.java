package org.yuanhu.embeddedledger;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/**
 * One request to the Gateway over HTTP/2 by hand, all of it but the last byte: gRPC's own clients send nothing before they have
 * everything. It keeps to the windows it is given, and answers pings.
 */
final class WithheldRequest implements AutoCloseable {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int INITIAL_WINDOW_SIZE = 4;
    private static final int FRAME_BYTES = 16_384;

    private final SSLSocket socket;
    private final OutputStream out;
    private final int size;
    private long connectionWindow = 65_535;
    private long streamWindow = 65_535;
    private long initialWindow = 65_535;
    private int sent;
    private boolean ended;

    /** Sends the head and begins to send the body in the background. */
    WithheldRequest(SSLSocket socket, int size) throws IOException {
        this.socket = socket;
        this.size = size;
        out = socket.getOutputStream();
        out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        frame(SETTINGS, 0, 0, new byte[0]);
        frame(HEADERS, END_HEADERS, 1, head());
        daemon(this::read);
        daemon(this::write);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "withheld-request");
        thread.setDaemon(true);
        thread.start();
    }

    private static byte[] head() {
        String[] fields = {
            ":method",
            "POST",
            ":scheme",
            "https",
            ":path",
            "/gateway.Gateway/Endorse",
            ":authority",
            "localhost",
            "content-type",
            "application/grpc",
            "te",
            "trailers"
        };
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            head.write(0); // a literal that is not to be remembered (RFC 7541 section 6.2.2)
            for (String text : new String[] {fields[i], fields[i + 1]}) {
                head.write(text.length());
                head.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return head.toByteArray();
    }

    private synchronized void frame(int type, int flags, int stream, byte[] body) throws IOException {
        out.write(ByteBuffer.allocate(9 + body.length)
                .put((byte) (body.length >> 16))
                .putShort((short) body.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(body)
                .array());
        out.flush();
    }

    private void write() {
        try {
            byte[] prefix = ByteBuffer.allocate(5).put((byte) 0).putInt(size).array();
            frame(DATA, 0, 1, prefix);
            took(prefix.length);
            int left = size - 1;
            while (left > 0) {
                int next = Math.min(left, FRAME_BYTES);
                if (!awaitWindow(next)) {
                    return;
                }
                frame(DATA, 0, 1, new byte[next]);
                took(next);
                left -= next;
            }
        } catch (IOException e) {
            end();
        }
    }

    private synchronized boolean awaitWindow(int bytes) {
        try {
            while (!ended && Math.min(connectionWindow, streamWindow) < bytes) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = true;
        }
        return !ended;
    }

    private synchronized void took(int bytes) {
        connectionWindow -= bytes;
        streamWindow -= bytes;
        sent += bytes;
    }

    private void read() {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] body = in.readNBytes(length);
                if (type == GOAWAY || (stream == 1 && (type == RST_STREAM || type == HEADERS))) {
                    end();
                } else if (type == PING && flags != ACK) {
                    frame(PING, ACK, 0, body);
                } else if (type == SETTINGS && flags != ACK) {
                    settings(ByteBuffer.wrap(body));
                    frame(SETTINGS, ACK, 0, new byte[0]);
                } else if (type == WINDOW_UPDATE) {
                    widen(stream, ByteBuffer.wrap(body).getInt());
                }
            }
        } catch (IOException e) {
            end();
        }
    }

    private synchronized void settings(ByteBuffer settings) {
        while (settings.remaining() >= 6) {
            int id = settings.getShort();
            int value = settings.getInt();
            if (id == INITIAL_WINDOW_SIZE) {
                streamWindow += value - initialWindow;
                initialWindow = value;
            }
        }
        notifyAll();
    }

    private synchronized void widen(int stream, int bytes) {
        if (stream == 0) {
            connectionWindow += bytes;
        } else {
            streamWindow += bytes;
        }
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether the server has ended the request, or the connection. */
    synchronized boolean ended() {
        return ended;
    }

    /** Bytes the server may hold of it: none once it has ended it. */
    synchronized int held() {
        return ended ? 0 : sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
