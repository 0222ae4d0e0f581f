namespace FrontDesk.SignIn;

/// <summary>Somebody one can sign in as, to look around.</summary>
internal sealed record ExamplePerson(string Id, string Name, string Who, IReadOnlyList<(string Type, string Value)> Claims);
