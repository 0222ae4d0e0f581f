namespace VirtualOffice.Sdk.Companies;

/// <summary>A company was changed by somebody else meanwhile.</summary>
public sealed class CompanyConflictException : VirtualOfficeException
{
    /// <summary>Creates the exception.</summary>
    public CompanyConflictException(CompanyId company, string? expected, string? actual)
        : base($"Company '{company}' has {(actual is null ? "no version" : $"version {actual}")} in force, not {(expected is null ? "none" : $"version {expected}")}; look at what was changed, and publish again based on that.") =>
        (Company, Expected, Actual) = (company, expected, actual);

    /// <summary>The company.</summary>
    public CompanyId Company { get; }

    /// <summary>The version the change was based on; null for a new company.</summary>
    public string? Expected { get; }

    /// <summary>The version in force; null when there is none.</summary>
    public string? Actual { get; }
}
