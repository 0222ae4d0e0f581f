namespace VirtualOffice.Sdk.Companies;

/// <summary>How bad something in a definition is.</summary>
public enum ProblemSeverity
{
    /// <summary>The definition cannot be used.</summary>
    Error,

    /// <summary>It can, but something in it is passed over.</summary>
    Warning,
}
