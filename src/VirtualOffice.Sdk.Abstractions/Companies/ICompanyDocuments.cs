namespace VirtualOffice.Sdk.Companies;

/// <summary>Companies as documents: what a person reads and writes. Safe for concurrent use.</summary>
public interface ICompanyDocuments
{
    /// <summary>The JSON Schema of a company's document, for editors; with the host's own steps of scripts.</summary>
    string Schema { get; }

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="name">What it is called in problems. It is JSON when the name ends with <c>.json</c>, else YAML.</param>
    CompanyReading Read(string text, string name = "company.yaml");

    /// <summary>Writes a company as a YAML document, which reads back as the same.</summary>
    /// <exception cref="VirtualOfficeException">It says something that no document can; the message says what.</exception>
    string Write(CompanyDefinition company);
}
