namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>The names of the authorization policies that <c>AddOperatorDesk()</c> brings. A host may define its own under these names.</summary>
public static class VirtualOfficePolicies
{
    /// <summary>Operators.</summary>
    public const string Operator = "VirtualOffice.Operator";

    /// <summary>Supervisors and admins.</summary>
    public const string Supervisor = "VirtualOffice.Supervisor";

    /// <summary>Supervisors who may hear calls.</summary>
    public const string Listen = "VirtualOffice.Listen";

    /// <summary>Supervisors who may hear calls and speak to the operator.</summary>
    public const string Whisper = "VirtualOffice.Whisper";

    /// <summary>Supervisors who may talk in calls.</summary>
    public const string Barge = "VirtualOffice.Barge";

    /// <summary>People of a client company.</summary>
    public const string Client = "VirtualOffice.Client";

    /// <summary>Admins.</summary>
    public const string Admin = "VirtualOffice.Admin";

    /// <summary>Anybody with one of the roles.</summary>
    public const string Anybody = "VirtualOffice.Anybody";
}
