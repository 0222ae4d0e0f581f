namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>What a person may do at the desk.</summary>
public enum DeskRole
{
    /// <summary>Takes calls of the companies assigned.</summary>
    Operator,

    /// <summary>Watches and steers the whole office.</summary>
    Supervisor,

    /// <summary>Sees one company's own card, messages, calls and recordings, and edits its card, hours, absences and on-call lists.</summary>
    Client,

    /// <summary>Everything a supervisor may, and the REST interface.</summary>
    Admin,
}
