using VirtualOffice.Sdk;
using VirtualOffice.Sdk.AspNetCore;

namespace FrontDesk.SignIn;

/// <summary>The example people: every operator of the office, a supervisor, and somebody of every company.</summary>
internal static class ExamplePeople
{
    public static IReadOnlyList<ExamplePerson> Of(IVirtualOffice office) =>
    [
        .. office.Operators.List().Select(o => new ExamplePerson(
            $"operator.{o.Definition.Id}",
            o.Definition.Name,
            $"operator for {string.Join(", ", o.Definition.Companies.Select(c => office.Companies.Find(c)?.Name ?? c.Value))}",
            [(VirtualOfficeClaims.Role, "operator"), (VirtualOfficeClaims.Operator, o.Definition.Id.Value)])),
        new ExamplePerson(
            "supervisor",
            "Svetlana",
            "supervisor; listens at the phone of the last operator, once that one takes a break",
            [
                (VirtualOfficeClaims.Role, "supervisor"), (VirtualOfficeClaims.Role, "admin"),
                (VirtualOfficeClaims.Right, "listen"), (VirtualOfficeClaims.Right, "whisper"), (VirtualOfficeClaims.Right, "barge"),
                .. office.Operators.List() is [.., var last] ? new[] { (VirtualOfficeClaims.Operator, last.Definition.Id.Value) } : [],
            ]),
        .. office.Companies.List().Select(c => new ExamplePerson(
            $"client.{c.Id}",
            $"Secretary of {c.Name}",
            "sees the company's own messages, calls and recordings",
            [(VirtualOfficeClaims.Role, "client"), (VirtualOfficeClaims.Company, c.Id.Value)])),
    ];
}
