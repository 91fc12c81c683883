using System.Collections.Frozen;

namespace Klapphaus.World.Members;

/// <summary>Words by which people take somebody for the house itself or for one who looks after it.</summary>
static class StaffWords
{
    static readonly string[] words =
    [
        "Moderation", "Moderator", "Moderatorin", "Moderatoren", "Moderatorinnen", "Moderators", "Moderationsteam",
        "Veranstalter", "Veranstalterin", "Veranstalterinnen", "Veranstalterteam",
        "Organiser", "Organisers", "Organizer", "Organizers", "Organisator", "Organisatorin", "Organisatoren", "Organisationsteam",
        "Admin", "Admins", "Administrator", "Administratorin", "Administratoren", "Administrators", "Administration", "Systemadministrator", "Sysadmin",
        "System", "Klapphaus", "Klapphausteam", "Stadtretter", "Stadtretterteam", "Support", "Supportteam",
        "Hausmeister", "Hausmeisterin", "Hausverwaltung", "Hausleitung",
        "Админ", "Администратор", "Модератор", "Модерация",
    ];

    static readonly FrozenSet<string> skeletons = words.Select(NameShape.SkeletonOf).ToFrozenSet(StringComparer.Ordinal);

    public static int Longest { get; } = skeletons.Max(word => word.Length);

    public static bool Contains(string skeleton) => skeletons.Contains(skeleton);
}
