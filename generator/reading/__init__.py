"""Files -> data with positions. The only stage that reads files."""

from generator.reading import clinic_folder, project, supplied_files
from generator.reading.clinic_folder import ClinicFolder, read_clinic_folder
from generator.reading.project import Content, read_content
from generator.reading.project_folders import Project

CODES = (*project.CODES, *clinic_folder.CODES, *supplied_files.CODES)

__all__ = ["CODES", "ClinicFolder", "Content", "Project", "read_clinic_folder", "read_content"]
