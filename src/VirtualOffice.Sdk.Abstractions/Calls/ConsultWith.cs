namespace VirtualOffice.Sdk.Calls;

/// <summary>With whom the operator talks while an employee is on the line.</summary>
public enum ConsultWith
{
    /// <summary>With the employee; the caller hears music.</summary>
    Employee,

    /// <summary>With the caller; the employee hears music.</summary>
    Caller,

    /// <summary>With both.</summary>
    Everybody,
}
