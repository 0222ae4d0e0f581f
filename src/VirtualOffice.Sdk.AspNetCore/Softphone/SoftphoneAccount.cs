namespace VirtualOffice.Sdk.AspNetCore;

/// <summary>What a phone in a browser registers with at the PBX.</summary>
/// <param name="User">The user in its SIP address: the operator's device as the PBX knows it.</param>
/// <param name="Password">The password.</param>
public sealed record SoftphoneAccount(string User, string Password)
{
    /// <summary>The user; the password stays out of logs.</summary>
    public override string ToString() => User;
}
