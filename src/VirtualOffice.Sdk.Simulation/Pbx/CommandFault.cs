namespace VirtualOffice.Sdk.Simulation;

/// <summary>What goes wrong with a command.</summary>
public enum CommandFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The PBX refuses it as wrong.</summary>
    Refused,

    /// <summary>It never reaches the PBX; the host learns that the PBX did not answer.</summary>
    RequestLost,

    /// <summary>The PBX carries it out; the host learns that the PBX did not answer.</summary>
    ReplyLost,
}
