using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Companies.Cards;

/// <summary>An organisation in a company's directory.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fax">Its fax number.</param>
public sealed record Organisation(string Name, PhoneNumber Fax);
