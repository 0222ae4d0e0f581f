namespace VirtualOffice.Sdk.AspNetCore.Editing.Forms;

/// <summary>How messages read; what is empty is left to each channel's own way.</summary>
internal sealed record MessageTextField(string? Subject, string? Body);
