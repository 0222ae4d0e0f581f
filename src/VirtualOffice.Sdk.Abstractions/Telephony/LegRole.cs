namespace VirtualOffice.Sdk.Telephony;

/// <summary>Whose leg it is.</summary>
public enum LegRole
{
    /// <summary>The caller who dialled a company's number.</summary>
    Caller,

    /// <summary>An operator of the office.</summary>
    Operator,

    /// <summary>An employee of the company called.</summary>
    Employee,
}
