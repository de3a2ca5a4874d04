package org.yuanhu.networkconfig.cli;

import picocli.CommandLine.Command;

/** The certificates of people and nodes: {@code network identity …}. */
@Command(
        name = "identity",
        description = "Certificates of people and nodes, issued by the organisations' own authorities.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IdentityInit.class,
            IdentityIssue.class,
            IdentityList.class,
            IdentityRevoke.class,
            IdentityExport.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  network identity init --organisation CooperativeMSP --home /var/lib/yuanhu",
            "  network identity issue --role clerk --name clerk-1 --cooperative 93115986CRUTYWYPGK",
            "  network identity export CooperativeMSP/clerk-1 clerk-1/"
        })
final class IdentityCommand {}
