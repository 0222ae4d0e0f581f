namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>The claims by which a host's sign-in says who somebody is at the desk, unless it sets <see cref="OperatorDeskOptions.Identify"/>.</summary>
public static class VirtualOfficeClaims
{
    /// <summary>A role: <c>operator</c>, <c>supervisor</c>, <c>client</c> or <c>admin</c>; a person may have several.</summary>
    public const string Role = "virtualoffice:role";

    /// <summary>A right of a supervisor: <c>listen</c>, <c>whisper</c> or <c>barge</c>; a person may have several.</summary>
    public const string Right = "virtualoffice:right";

    /// <summary>The operator's id.</summary>
    public const string Operator = "virtualoffice:operator";

    /// <summary>The client company's id.</summary>
    public const string Company = "virtualoffice:company";
}
