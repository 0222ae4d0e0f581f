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

    /// <summary>Somebody who is rung up to be told a message; the leg is in no call.</summary>
    Recipient,

    /// <summary>A supervisor who listens in.</summary>
    Supervisor,
}
