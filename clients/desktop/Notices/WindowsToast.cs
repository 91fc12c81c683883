using System.Xml.Linq;

namespace Klapphaus.Desktop.Notices;

/// <summary>What a toast shows, in the XML that Windows reads.</summary>
static class WindowsToast
{
    public static string Write(NoticeFace face, NoticeLink links)
    {
        XElement[] buttons = face.IsCall ? [Button(face.Accept, links.Write(face.Key, NoticeAct.Accept)), Button(face.Decline, links.Write(face.Key, NoticeAct.Decline))] : [];
        var binding = new XElement("binding", new XAttribute("template", "ToastGeneric"), new XElement("text", face.Title));
        if (face.Text.Length > 0) binding.Add(new XElement("text", face.Text));
        // a call is accepted by its button only, and not by a click on it
        object[] manner = face.IsCall
            ? [new XAttribute("scenario", "incomingCall")]
            : [new XAttribute("activationType", "protocol"), new XAttribute("launch", links.Write(face.Key, NoticeAct.Open))];
        return new XElement("toast", manner, new XElement("visual", binding), new XElement("actions", buttons)).ToString(SaveOptions.DisableFormatting);
    }

    static XElement Button(string says, string opens) =>
        new("action", new XAttribute("content", says), new XAttribute("arguments", opens), new XAttribute("activationType", "protocol"));
}
