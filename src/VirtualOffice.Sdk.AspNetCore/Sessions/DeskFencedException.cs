namespace VirtualOffice.Sdk.AspNetCore.Sessions;

/// <summary>A command came from a desk that is not, or no longer, the operator's.</summary>
internal sealed class DeskFencedException(string message) : VirtualOfficeException(message);
