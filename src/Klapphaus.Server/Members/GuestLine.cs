using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>One guest of a list.</summary>
/// <param name="Number">Of the line in the file, from 1.</param>
/// <param name="Name">As it will be shown; as it was written when it cannot be used.</param>
/// <param name="Affiliation">Town or company; the same.</param>
/// <param name="RoleWord">As it was written.</param>
/// <param name="Role">What it means.</param>
/// <param name="Fault">What is wrong with the line.</param>
sealed record GuestLine(int Number, string Name, string Affiliation, string RoleWord, Role Role, GuestFault Fault);
