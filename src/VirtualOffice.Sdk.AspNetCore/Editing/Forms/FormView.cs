namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>A document as a form.</summary>
/// <param name="Form">What may be changed.</param>
/// <param name="Employees">Who can be named in it.</param>
/// <param name="MergeFields">What can be filled into messages.</param>
internal sealed record FormView(CompanyForm Form, IReadOnlyList<FormPerson> Employees, IReadOnlyList<string> MergeFields);

/// <summary>An employee who can be named in a form.</summary>
internal sealed record FormPerson(string Id, string Name);
