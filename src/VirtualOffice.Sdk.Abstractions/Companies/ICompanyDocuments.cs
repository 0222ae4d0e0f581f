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

    /// <summary>Writes a company as a YAML document, which reads back as the same: as its <see cref="CompanyDefinition.Document"/>, with the remarks that are there, where it has one.</summary>
    /// <exception cref="VirtualOfficeException">It says something that no document can; the message says what.</exception>
    string Write(CompanyDefinition company);

    /// <summary>
    /// Makes a document say what a company is to be, and changes only the places where it says something else: remarks, the order of fields, blank lines and quotes elsewhere stay as they are.
    /// The remarks directly above an entry, and those in it, go when the entry goes. The result reads back as the company; where that cannot be had by changing places, as much as must be is written anew.
    /// </summary>
    /// <param name="text">The document, in YAML, which reads without errors.</param>
    /// <param name="company">What it is to say.</param>
    /// <exception cref="VirtualOfficeException">The company says something that no document can; the message says what.</exception>
    CompanyRevision Revise(string text, CompanyDefinition company);
}
