namespace VirtualOffice.Sdk.Telephony;

/// <summary>What became of a command. A race with a hang-up is a result, not an exception.</summary>
public enum CommandResult
{
    /// <summary>Carried out.</summary>
    Done,

    /// <summary>The leg, playback or recording it was for is not there, or no longer.</summary>
    Gone,
}
