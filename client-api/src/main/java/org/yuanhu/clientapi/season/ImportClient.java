package org.yuanhu.clientapi.season;

import org.yuanhu.clientapi.imports.ImportFile;
import org.yuanhu.clientapi.imports.Imported;

/** Where the season's people hand in their files: this server itself, or each organisation's server over HTTP. */
interface ImportClient {
    /**
     * Imports a file with the certificate of the person whose file it is; again, it adds what is missing.
     *
     * @throws SeasonStoppedException if it was refused, or nobody answers
     */
    Imported importFile(String user, ImportFile file);

    /** Whether all of a file is on the ledger. */
    boolean has(String user, ImportFile file);

    /** Returns when the next stage can build on what this one wrote, wherever its people hand in their files. */
    void settle(int written);
}
