namespace VirtualOffice.Sdk.Asterisk;

/// <summary>How a trunk wants the numbers it is to dial.</summary>
public enum AsteriskNumberFormat
{
    /// <summary>With a plus: <c>+78124540001</c>.</summary>
    E164,

    /// <summary>Digits only: <c>78124540001</c>.</summary>
    Digits,
}
