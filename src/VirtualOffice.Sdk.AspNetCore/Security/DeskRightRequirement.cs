using Microsoft.AspNetCore.Authorization;

namespace VirtualOffice.Sdk.AspNetCore.Security;

/// <summary>A person with the right.</summary>
internal sealed record DeskRightRequirement(DeskRight Right) : IAuthorizationRequirement;
