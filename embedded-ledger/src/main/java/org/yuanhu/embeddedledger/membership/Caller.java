package org.yuanhu.embeddedledger.membership;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.yuanhu.consortium.identity.P256;

/** Somebody whose certificate an organisation of the channel vouches for, and who signs what is asked. */
public final class Caller {
    private final String mspId;
    private final ByteString serialized;
    private final X509Certificate certificate;
    private final ECPublicKeyParameters key;

    Caller(String mspId, ByteString serialized, X509Certificate certificate, ECPublicKeyParameters key) {
        this.mspId = mspId;
        this.serialized = serialized;
        this.certificate = certificate;
        this.key = key;
    }

    /** The organisation that vouches for the caller. */
    public String mspId() {
        return mspId;
    }

    /** The {@code SerializedIdentity} bytes as they came. */
    public ByteString serialized() {
        return serialized;
    }

    /** The caller's certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** Whether the caller signed a message. */
    public boolean signed(ByteString message, ByteString signature) {
        return P256.verifies(key, message.toByteArray(), signature.toByteArray());
    }
}
